// What the Markdown of the book needs on a site: links into the code lead to pages of the site,
// captions are told from other paragraphs, braces stay braces, and players stand where they
// are spoken of.
import fs from 'node:fs'
import path from 'node:path'

const elsewhere = /^([a-z]+:|#|\/\/)/
const watch = /^\.\/learn trace (\d\d?) --open$/m

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

export function book(md, { base, pages }) {
  md.disable('emoji', true)

  md.core.ruler.push('book', (state) => {
    const page = state.env.relativePath ?? ''
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

  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, i, options, env, self) => {
    const html = fence(tokens, i, options, env, self)
    const chapter = tokens[i].info.trim() === 'sh' && watch.exec(tokens[i].content)?.[1].padStart(2, '0')
    if (!chapter || !fs.existsSync(path.join(pages, `public/players/${chapter}.html`))) return html
    return html + `<p class="player"><iframe src="${base}players/${chapter}.html" loading="lazy" ` +
      `title="The program of chapter ${Number(chapter)}, step by step"></iframe></p>`
  }
}
