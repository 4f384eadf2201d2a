"""The program behind ./learn: one module a command.

A command is a function that takes the words after its name and returns the exit
code. It puts itself into the register, and is there:

    # tests/learn/trace.py
    from learn.register import command

    @command("trace", "CHAPTER", "its steps as a timeline", part="chapters", needs=("build",))
    def trace(words: list) -> int:
        chapter, rest = chapters.chosen(words, "trace")
        build.build("traces")
        ...
        return 0

Every module of this package is imported at the start, in alphabetical order; those
that hold no command hold what commands share:

    register.py   command(), and the commands that there are
    chapters.py   the chapters, and which of them a word means
    build.py      cmake and ctest, each printed before it runs
    results.py    what the last run of each test said
    virtual.py    runs a program under virtual time
    terminal.py   colour, and only where there is a terminal
    trouble.py    what a command raises to end with a message
    install.sh    installs the groups of needs.txt that a command needs

A command that needs more than Python says so: `needs=("build",)` installs what is
missing first or ends, `wants=("test",)` goes on without. An error is a Trouble: its
message goes to stderr, its code (1, or 2 for a word that is not known) is the exit
code. Ctrl-C ends every command with 130.
"""
