// The tests in a browser: node main.mjs FOLDER, where FOLDER holds what ./run has made.
// Prints a line a test; ends with 1 if one fails.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import access from './access.mjs'
import offline from './offline.mjs'
import player from './player.mjs'
import { serve } from './serve.mjs'
import site from './site.mjs'

const BASE = '/async-by-hand/'
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync']

const folder = path.resolve(process.argv[2])
const wanted = process.argv[3] ?? ''
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(fs.existsSync)
const browser = await chromium.launch({ executablePath, args: FLAGS })
const server = await serve(path.join(folder, 'site'), BASE)
const place = {
  browser,
  site: server.address,
  folder: path.join(folder, 'site'),
  traces: path.join(folder, 'traces'),
  page: pathToFileURL(path.join(folder, 'async-by-hand.html')).href,
  epub: path.join(folder, 'async-by-hand.epub'),
  pdf: path.join(folder, 'async-by-hand.pdf'),
}

let failed = 0
for (const [name, test] of Object.entries({ ...site, ...player, ...offline, ...access })) {
  if (!name.includes(wanted)) continue
  const started = Date.now()
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`
  try {
    const told = await test(place)
    console.log(`ok    ${name}${told ? `: ${told}` : ''} (${seconds()})`)
  } catch (error) {
    failed++
    console.log(`FAIL  ${name} (${seconds()})\n${String(error.message).replace(/^/gm, '        ')}`)
  }
}
await browser.close()
server.close()
console.log(failed ? `${failed} failed.` : 'All passed.')
process.exit(failed ? 1 : 0)
