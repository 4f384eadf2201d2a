// What goes wrong on a page while it is open.

/** Opens an address in a tab that notes complaints, failed requests, and requests to elsewhere. */
export async function open(context, address) {
  const tab = await context.newPage()
  const complaints = []
  const origin = new URL(address).origin
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`)
  })
  tab.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  tab.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  tab.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  tab.on('request', (request) => {
    const url = new URL(request.url())
    const here = ['data:', 'blob:', 'about:'].includes(url.protocol) ||
      (origin === 'null' ? url.href.split('#')[0] === address.split('#')[0] : url.origin === origin)
    if (!here) complaints.push(`asks elsewhere: ${url}`)
  })
  await tab.goto(address)
  await tab.waitForFunction(() => document.querySelector('#app')?.__vue_app__ || !document.querySelector('#app'))
  return { tab, complaints }
}

/** Throws what is wrong, if anything is: at most ten lines. */
export function expectNone(wrong) {
  if (wrong.length > 0) throw new Error([...new Set(wrong)].slice(0, 10).join('\n'))
}

/** Throws unless the two are the same, as JSON. */
export function expectSame(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`)
  }
}
