// The editions without a server: the page from file://, the EPUB and the PDF.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expectNone, open } from './watch.mjs'

async function pageAlone({ browser, page }) {
  const context = await browser.newContext({ offline: true })
  const { tab, complaints } = await open(context, page)
  const ids = new Set(await tab.$$eval('[id]', (all) => all.map((each) => each.id)))
  const links = await tab.$$eval('a[href]', (all) => all.map((each) => each.getAttribute('href')))
  const inside = links.filter((link) => link.startsWith('#'))
  const wrong = inside.filter((link) => !ids.has(link.slice(1))).map((link) => `nothing is called ${link}`)
  wrong.push(...links.filter((link) => !/^(#|https?:)/.test(link)).map((link) => `${link} leads out of the page`))
  wrong.push(...(await tab.$$eval('img', (all) => all.filter((each) => each.naturalWidth === 0).map((each) => `no picture: ${each.alt}`))))
  expectNone([...complaints, ...wrong])
  await context.close()
  return `${inside.length} links, ${fs.statSync(new URL(page)).size >> 10} KiB`
}

async function playersAlone({ browser, page }) {
  const context = await browser.newContext({ offline: true })
  const { tab, complaints } = await open(context, page)
  const frames = await tab.locator('iframe.player').count()
  if (frames === 0) throw new Error('there is no player')
  for (let i = 0; i < frames; i++) {
    const frame = tab.frameLocator('iframe.player').nth(i)
    await frame.locator('#next').click()
    if ((await frame.locator('html').getAttribute('data-step')) !== '2') throw new Error(`player ${i + 1} stands still`)
  }
  expectNone(complaints)
  await context.close()
  return `${frames} players`
}

async function noPhoneScrolls({ browser, page }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const { tab } = await open(context, page)
  const width = await tab.evaluate(() => document.documentElement.scrollWidth)
  if (width > 360) throw new Error(`the offline page is ${width} pixels wide on a phone of 360`)
  await context.close()
}

async function epubIsValid({ epub }) {
  const words = ['-jar', '/usr/share/java/epubcheck.jar', '--failonwarnings', epub]
  execFileSync('java', words, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  return `${fs.statSync(epub).size >> 10} KiB`
}

async function pdfIsThere({ pdf }) {
  const text = fs.readFileSync(pdf, 'latin1')
  const pages = (text.match(/\/Type\s*\/Page\b/g) ?? []).length
  if (!text.startsWith('%PDF') || pages < 50 || !text.includes('/Outlines')) throw new Error(`${pages} pages`)
  return `${pages} pages`
}

export default {
  'The offline page works from a file, and asks for nothing': pageAlone,
  'Its players work, too': playersAlone,
  'It is not wider than a phone': noPhoneScrolls,
  'The EPUB passes epubcheck': epubIsValid,
  'The PDF has its pages and an outline': pdfIsThere,
}
