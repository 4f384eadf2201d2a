// Whether everybody can read it: axe-core, in light and in dark.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { chaptersOf } from './site.mjs'
import { expectNone, open } from './watch.mjs'

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core calls serious or critical on a page that is open; its frames have their own test. */
async function seriousOn(tab, without) {
  await tab.evaluate(axe)
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const { violations } = await tab.evaluate((rules) =>
    globalThis.axe.run(document, { resultTypes: ['violations'], iframes: false, rules }), rules)
  return violations.filter((each) => ['serious', 'critical'].includes(each.impact)).map((each) =>
    `${each.id}, ${each.nodes.length} places: ${each.nodes[0].target.join(' ')}: ${each.nodes[0].failureSummary.split('\n').slice(1, 2).join('').trim()}`)
}

async function look(browser, addresses, before = async () => {}, without = []) {
  const wrong = []
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' })
    for (const address of addresses) {
      const { tab } = await open(context, address)
      await before(tab)
      wrong.push(...(await seriousOn(tab, without)).map((each) => `${address.split('/').pop()}, ${colorScheme}: ${each}`))
      await tab.close()
    }
    await context.close()
  }
  expectNone(wrong)
  return `${addresses.length} pages, light and dark`
}

async function chapters({ browser, site, folder }) {
  const code = ['source/index.html', 'source/chapters/05_naive_loop/run.hpp.html']
  return look(browser, [...chaptersOf(folder), ...code].map((page) => site + page))
}

async function search({ browser, site }) {
  return look(browser, [site + 'index.html'], async (tab) => {
    await tab.click('.VPNavBarSearch button')
    await tab.fill('.VPLocalSearchBox input', 'AsyncRecv')
    await tab.waitForSelector('.VPLocalSearchBox a.result')
  }, ['nested-interactive']) // VitePress's own list of results: options that are links
}

async function players({ browser, site, folder }) {
  const files = fs.readdirSync(`${folder}/players`)
  return look(browser, files.map((file) => `${site}players/${file}`))
}

async function offline({ browser, page }) {
  return look(browser, [page])
}

export default {
  'axe-core finds nothing serious on the pages': chapters,
  'axe-core finds nothing serious in the search': search,
  'axe-core finds nothing serious in the players': players,
  'axe-core finds nothing serious on the offline page': offline,
}
