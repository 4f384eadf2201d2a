// What the Markdown of the book needs on a site: links into the code lead to pages of the site,
// captions are told from other paragraphs, braces stay braces, and the chapter's player stands
// below the first paragraph or block that says `./learn trace NN --open`, or else at the end of
// the section that tells what really happens.
import fs from 'node:fs'
import path from 'node:path'

const elsewhere = /^([a-z]+:|#|\/\/)/
const opens = /^\.\/learn trace (\d\d?) --open$/m

/** The anchor of a heading, by the code host's rule: the same as book/check gives it. */
export function slug(text) {
  return text.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-')
}

/** Where a page of the site stands in the repository. */
function origin(page) {
  if (page === 'index.md') return 'README.md'
  if (page === 'contents.md') return 'book/README.md'
  return path.posix.join('book', page)
}

/** Where a file or folder of the repository stands on the site. */
function place(file, pages) {
  if (file === 'README.md') return 'index.md'
  if (file === 'book/README.md' || file === 'book') return 'contents.md'
  if (/^book\/(\w+\.md|figures\/.*)$/.test(file)) return file.slice('book/'.length)
  const folder = path.join(pages, 'source', file)
  const isFolder = fs.existsSync(folder) && fs.statSync(folder).isDirectory()
  return path.posix.join('source', isFolder ? `${file}/index.md` : `${file}.md`)
}

/** A link of the book's Markdown as a link from the same page of the site. */
function rewritten(target, page, pages) {
  if (elsewhere.test(target) || page.startsWith('source/')) return target
  const [file, anchor] = target.split('#')
  const meant = path.posix.normalize(path.posix.join(path.posix.dirname(origin(page)), file))
  const link = path.posix.relative(path.posix.dirname(page), place(meant.replace(/\/$/, ''), pages))
  return './' + link + (anchor ? `#${anchor}` : '')
}

/** Whether the paragraph that ends at this token is the caption of the block that follows. */
function isCaption(tokens, i) {
  const inline = tokens[i + 1]
  return tokens[i].type === 'paragraph_open' && tokens[i + 3]?.type === 'fence' &&
    inline.children[0]?.content === '' && inline.children[1]?.type === 'strong_open'
}

/** The number of the player that this piece of the page says how to open. */
function playerOf(token) {
  const says = token.type === 'fence' && token.info.trim() === 'sh' ? [token]
    : (token.children ?? []).filter((child) => child.type === 'code_inline')
  return says.map((each) => opens.exec(each.content)?.[1]).find(Boolean)
}

/** Puts the chapter's player where it belongs, if there is one. */
function addPlayer(state, page, base, pages) {
  const { tokens } = state
  let at = tokens.findIndex(playerOf)
  const number = at < 0 ? page.slice(0, 2) : playerOf(tokens[at]).padStart(2, '0')
  if (!fs.existsSync(path.join(pages, `public/players/${number}.html`))) return
  if (at >= 0) {
    while (tokens[at].level > 0) at++
    at++
  } else {
    const isHeading = (token) => token.type === 'heading_open' && token.tag <= 'h2'
    const told = tokens.findIndex((token, i) => isHeading(token) && tokens[i + 1].content.startsWith('What really happens'))
    at = tokens.findIndex((token, i) => told >= 0 && i > told && isHeading(token))
    if (at < 0) return
  }
  const frame = new state.Token('html_block', '', 0)
  frame.content = `<div class="player"><iframe data-player="${base}players/${number}.html" ` +
    `title="The program of chapter ${Number(number)}, step by step"></iframe></div>\n`
  tokens.splice(at, 0, frame)
}

export function book(md, { base, pages }) {
  md.disable('emoji', true)

  md.core.ruler.push('book', (state) => {
    const page = state.env.relativePath ?? ''
    if (/^\d\d_/.test(page)) addPlayer(state, page, base, pages)
    state.tokens.forEach((token, i) => {
      if (isCaption(state.tokens, i)) token.attrJoin('class', 'caption')
      for (const child of token.children ?? []) {
        for (const name of ['href', 'src']) {
          const target = child.attrGet(name)
          if (target !== null) child.attrSet(name, rewritten(target, page, pages))
        }
      }
    })
  })

  // A template engine runs over the page: braces in the prose are not for it.
  md.renderer.rules.text = (tokens, i) =>
    md.utils.escapeHtml(tokens[i].content).replaceAll('{{', '&#123;&#123;')
}
