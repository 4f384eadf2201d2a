"""Parts and a position: the guess in the question runs, if somebody calls each part."""


class PartsAndPos:
    def __init__(self, name):
        self.name = name
        self.parts = (self.before, self.after)
        self.pos = 0

    def __call__(self):
        part = self.parts[self.pos]
        self.pos += 1
        part()

    def done(self):
        return self.pos == len(self.parts)

    def before(self):
        print("before", self.name)

    def after(self):
        print("after", self.name)


def gather(coros, choice):
    while coros:
        chosen = coros[choice(len(coros))]
        chosen()
        if chosen.done():
            coros.remove(chosen)


def three():
    return [PartsAndPos(name) for name in ("first", "second", "third")]


print("always the first")
gather(three(), lambda count: 0)
print("always the last")
gather(three(), lambda count: count - 1)
print("now this one, now that one")
script = iter((1, 0, 2, 1, 1, 0))
gather(three(), lambda count: next(script))
