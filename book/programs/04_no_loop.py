import asyncio

coroutine = asyncio.sleep(1)
print("nothing has run yet")
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
