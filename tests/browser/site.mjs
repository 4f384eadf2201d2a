// The site: every page opens in silence, every link leads somewhere, the search finds.
import fs from 'node:fs'
import path from 'node:path'
import { expectNone, expectSame, open } from './watch.mjs'

/** Every page of the site, as paths below its base. */
export function pagesOf(folder) {
  return fs.readdirSync(folder, { recursive: true }).map(String)
    .filter((file) => file.endsWith('.html') && file !== '404.html' && !file.startsWith('players/'))
    .map((file) => file.split(path.sep).join('/')).sort()
}

/** The pages that a reader reads, without those of code. */
export function chaptersOf(folder) {
  return pagesOf(folder).filter((page) => !page.startsWith('source/'))
}

async function everyPageOpens({ browser, site, folder }) {
  const context = await browser.newContext()
  const found = { wrong: [], anchors: new Map(), links: [] }
  const left = pagesOf(folder)
  const next = async () => {
    for (let page = left.shift(); page; page = left.shift()) {
      const { tab, complaints } = await open(context, site + page)
      found.wrong.push(...complaints.map((each) => `${page}: ${each}`))
      found.anchors.set(site + page, await tab.$$eval('[id]', (all) => all.map((each) => each.id)))
      const links = await tab.$$eval('a[href]', (all) => all.map((each) => each.href))
      found.links.push(...links.map((link) => [page, link]))
      if (!(await tab.title())) found.wrong.push(`${page}: no title`)
      await tab.close()
    }
  }
  await Promise.all([next(), next(), next()])
  await context.close()
  for (const [page, link] of found.links) {
    if (!link.startsWith(new URL(site).origin)) continue
    const [address, anchor] = link.split('#')
    const anchors = found.anchors.get(address.endsWith('/') ? address + 'index.html' : address)
    if (!anchors) found.wrong.push(`${page}: a link to ${link}, which is no page`)
    else if (anchor && !anchors.includes(decodeURIComponent(anchor))) found.wrong.push(`${page}: no #${anchor} there: ${link}`)
  }
  expectNone(found.wrong)
  return `${found.anchors.size} pages, ${found.links.length} links`
}

async function searchFinds({ browser, site }) {
  const context = await browser.newContext()
  const { tab, complaints } = await open(context, site + 'index.html')
  await tab.click('.VPNavBarSearch button')
  await tab.fill('.VPLocalSearchBox input', 'AsyncRecv')
  await tab.waitForSelector('.VPLocalSearchBox a.result')
  const results = await tab.$$eval('.VPLocalSearchBox a.result', (all) => all.map((each) => each.getAttribute('href')))
  if (!results.some((each) => each.includes('/07_async_recv'))) throw new Error(`no chapter 7 in ${results}`)
  await tab.click('.VPLocalSearchBox a.result')
  await tab.waitForURL(/\.html/)
  expectNone(complaints)
  await context.close()
  return `${results.length} places, the first is ${results[0].split('/').pop()}`
}

async function readersGoOn({ browser, site, folder }) {
  const context = await browser.newContext()
  const { tab, complaints } = await open(context, site + 'contents.html')
  const visited = []
  const next = tab.locator('.pager-link.next')
  while (visited.length < 50) {
    visited.push(new URL(tab.url()).pathname.split('/').pop())
    const heading = await tab.locator('main h1').innerText()
    if ((await next.count()) === 0) break
    await next.click()
    await tab.waitForFunction((before) => document.querySelector('main h1')?.innerText !== before, heading)
  }
  expectNone(complaints)
  const chapters = chaptersOf(folder).filter((page) => /^\d\d_/.test(page))
  expectSame(visited.filter((page) => /^\d\d_/.test(page)), chapters, 'the order of the chapters')
  await context.close()
  return `${visited.length} pages one after the other`
}

async function darkIsKept({ browser, site }) {
  const context = await browser.newContext({ colorScheme: 'light' })
  const { tab, complaints } = await open(context, site + 'contents.html')
  const background = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await tab.click('.VPNavBarAppearance button')
  await tab.reload()
  if ((await background()) === light) throw new Error('the dark mode is forgotten')
  expectNone(complaints)
  await context.close()
}

async function phonesDoNotScrollSideways({ browser, site, folder }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const wide = []
  for (const page of chaptersOf(folder)) {
    const { tab } = await open(context, site + page)
    const width = await tab.evaluate(() => document.documentElement.scrollWidth)
    if (width > 360) wide.push(`${page} is ${width} pixels wide on a phone of 360`)
    await tab.close()
  }
  await context.close()
  expectNone(wide)
}

async function codeIsCopied({ browser, site, folder }) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = chaptersOf(folder).find((each) => each.startsWith('05'))
  const { tab } = await open(context, site + page)
  const block = tab.locator('.language-cpp').first()
  await block.hover()
  await block.locator('button.copy').click()
  const copied = await tab.evaluate(() => navigator.clipboard.readText())
  expectSame(copied.trim(), (await block.locator('code').innerText()).trim(), 'what was copied')
  await context.close()
}

export default {
  'Every page opens without a complaint, and every link leads somewhere': everyPageOpens,
  'The search finds AsyncRecv in chapter 7': searchFinds,
  'A reader goes from the first page to the last by Next': readersGoOn,
  'Dark stays dark': darkIsKept,
  'No page is wider than a phone': phonesDoNotScrollSideways,
  'A listing is copied as it stands': codeIsCopied,
}
