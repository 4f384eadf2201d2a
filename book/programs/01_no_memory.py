def conversation():
    return 1
    return 2


print(conversation())
print(conversation())
