# The tests of a Python program that prints their names if it is asked for none: a test each.
# A name must not hold a semicolon, which separates what CMake lists.
function(add_listed_tests program label)
  file(GLOB modules CONFIGURE_DEPENDS *.py)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${modules})
  set(python -B ${CMAKE_CURRENT_SOURCE_DIR}/${program})
  execute_process(OUTPUT_VARIABLE names OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${PROJECT_SOURCE_DIR}/tests
      ${Python3_EXECUTABLE} ${python}
    COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" names "${names}")
  foreach(name IN LISTS names)
    add_python_test("${name}" ${python} "${name}")
    set_tests_properties("${name}" PROPERTIES LABELS ${label})
  endforeach()
endfunction()
