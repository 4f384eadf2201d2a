// The players: what they show at each step is what the trace says.
import fs from 'node:fs'
import path from 'node:path'
import { expectNone, expectSame, open } from './watch.mjs'

/** The trace of a chapter, as the program wrote it: the steps, without the head. */
function stepsOf(traces, number) {
  const lines = fs.readFileSync(path.join(traces, `${number}.jsonl`), 'utf8').trim().split('\n')
  return lines.slice(1).map((line) => JSON.parse(line))
}

/** What a player shows now, in the words of a trace. */
function shown(player) {
  return player.evaluate(() => {
    const list = (id) => [...document.querySelectorAll(`#${id} li[data-name]`)].map((each) => ({ ...each.dataset }))
    return {
      step: Number(document.documentElement.dataset.step),
      where: document.querySelector('#where').textContent,
      coroutines: list('coroutines').map(({ name, state }) => [name, state]),
      sleepers: list('sleepers').map(({ name, until }) => [name, Number(until)]),
      readers: list('readers').map(({ name, descriptor }) => [name, Number(descriptor)]),
      writers: list('writers').map(({ name, descriptor }) => [name, Number(descriptor)]),
      printed: document.querySelector('#printed').textContent,
    }
  })
}

/** What it should show at a step, from the trace alone. */
function told(steps, number) {
  const step = steps[number - 1]
  const runs = (each) => step.kind === 'coroutine' && each.name === step.who && each.state === 'suspended'
  return {
    step: number,
    coroutines: step.coroutines.map((each) => [each.name, runs(each) ? 'running' : each.state]),
    sleepers: step.sleepers.map((each) => [each.name, each.until]),
    readers: step.readers.map((each) => [each.name, each.descriptor]),
    writers: step.writers.map((each) => [each.name, each.descriptor]),
    printed: steps.slice(0, number).map((each) => each.printed).join(''),
  }
}

async function compare(player, steps, number) {
  const { where, ...rest } = await shown(player)
  expectSame(rest, told(steps, number), `step ${number}`)
  if (!where.startsWith(`step ${number} of ${steps.length},`)) throw new Error(`it says: ${where}`)
}

function numbersOf(traces) {
  return fs.readdirSync(traces).map((file) => path.basename(file, '.jsonl')).sort()
}

async function everyStep({ browser, site, traces }) {
  const context = await browser.newContext()
  let count = 0
  for (const number of numbersOf(traces)) {
    const steps = stepsOf(traces, number)
    const { tab, complaints } = await open(context, `${site}players/${number}.html`)
    for (let step = 1; step <= steps.length; step++) {
      await compare(tab, steps, step)
      await tab.keyboard.press('ArrowRight')
    }
    await compare(tab, steps, steps.length)
    count += steps.length
    expectNone(complaints)
    await tab.close()
  }
  await context.close()
  return `${count} steps of ${numbersOf(traces).length} programs`
}

async function deepLinks({ browser, site, traces }) {
  const [number] = numbersOf(traces).slice(-1)
  const steps = stepsOf(traces, number)
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const { tab } = await open(context, `${site}players/${number}.html#step=7`)
  await compare(tab, steps, 7)
  await tab.click('#last')
  await compare(tab, steps, steps.length)
  await tab.fill('#scrub', '3')
  await compare(tab, steps, 3)
  await context.close()
}

async function embedded({ browser, site, folder, traces }) {
  for (const number of numbersOf(traces)) {
    const context = await browser.newContext({ colorScheme: 'light' })
    const page = fs.readdirSync(folder).find((file) => file.startsWith(number) && file.endsWith('.html'))
    const { tab, complaints } = await open(context, site + page)
    const frame = tab.frameLocator('.player iframe')
    await frame.locator('#next').click()
    await compare(frame.locator('html'), stepsOf(traces, number), 2)
    await tab.click('.VPNavBarAppearance button')
    await frame.locator('html[data-theme=dark]').waitFor({ state: 'attached' })
    await compare(frame.locator('html'), stepsOf(traces, number), 2)
    expectNone(complaints)
    await context.close()
  }
  return `${numbersOf(traces).length} chapters`
}

export default {
  'Each player goes from the first step to the last, and shows what the trace says': everyStep,
  'A player opens at a step, and goes to any other': deepLinks,
  'The page of each traced chapter holds its player, in the colours of the page': embedded,
}
