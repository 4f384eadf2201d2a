# What adds tests to ctest, and what they need. A test may take 60 seconds.

find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
find_package(doctest 2.4 QUIET)
if(NOT doctest_FOUND)  # fetched for its header alone: scripts/ has no CMakeLists.txt
  include(FetchContent)
  FetchContent_Declare(doctest SOURCE_SUBDIR scripts
    URL https://github.com/doctest/doctest/archive/refs/tags/v2.4.11.tar.gz
    URL_HASH SHA256=632ed2c05a7f53fa961381497bf8069093f0d6628c5f26286161fbd32a560186)
  FetchContent_MakeAvailable(doctest)
  add_library(doctest::doctest INTERFACE IMPORTED)
  target_include_directories(doctest::doctest INTERFACE ${doctest_SOURCE_DIR})
endif()

# The optimiser takes most of the time from a save to the verdict, so it waits for .ci/run.
set(TEST_OPTIMISATION -O0 CACHE STRING "how doctest programs are optimised; empty: like the rest")

add_library(doctest_main STATIC common/doctest_main.cpp)
target_link_libraries(doctest_main PUBLIC common doctest::doctest)
target_compile_options(doctest_main PRIVATE ${TEST_OPTIMISATION})

# The cases of a doctest program, a test each, called "label: what the case says". They are
# listed when the program has been built (discover.py); ctest reads the list.
function(add_doctest_tests program label)
  target_compile_options(${program} PRIVATE ${TEST_OPTIMISATION})
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${program}_cases.cmake)
  add_custom_command(TARGET ${program} POST_BUILD BYPRODUCTS ${list}
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tests/discover.py
      $<TARGET_FILE:${program}> ${label} ${list} VERBATIM)
  file(WRITE ${list}.in "if(EXISTS \"${list}\")\n  include(\"${list}\")\nelse()\n"
    "  add_test(\"${label}: not built\" ${program})\nendif()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${list}.in)
endfunction()

# A test that is a Python program: python3 ARGN. It finds the packages of tests/, such as
# learn.virtual, which finds the programs of this build. It skips by ending with 77.
function(add_python_test name)
  add_test(NAME ${name} COMMAND Python3::Interpreter ${ARGN})
  set_tests_properties(${name} PROPERTIES TIMEOUT 60 SKIP_RETURN_CODE 77 ENVIRONMENT
    "PYTHONPATH=${PROJECT_SOURCE_DIR}/tests;PYTHONUTF8=1;ASYNC_BUILD=${CMAKE_BINARY_DIR}")
endfunction()
