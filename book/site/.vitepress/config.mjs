// The site: VitePress over the pages that stage.py lays out in build/book/pages.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { book, slug } from './book.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const pages = process.env.BOOK_PAGES ?? path.join(root, 'build/book/pages')
const site = process.env.BOOK_SITE ?? path.join(root, 'build/book/site')
const base = process.env.BOOK_BASE ?? '/'

/** The text of a page's first heading. */
function title(file) {
  const heading = /^# (.*)$/m.exec(fs.readFileSync(path.join(pages, file), 'utf8'))
  return heading[1].replaceAll('`', '')
}

/** The pages of the book whose names match, as a list for the side. */
function list(pattern) {
  return fs.readdirSync(pages).filter((file) => pattern.test(file)).sort()
    .map((file) => ({ text: title(file), link: '/' + file.replace(/\.md$/, '') }))
}

export default defineConfig({
  srcDir: path.relative(fileURLToPath(new URL('..', import.meta.url)), pages),
  outDir: site,
  cacheDir: path.join(site, '../cache'),
  base,
  lang: 'en',
  title: 'Async by Hand',
  description: 'How asyncio actually works, rebuilt in C++20 a chapter at a time.',
  head: [
    ['link', { rel: 'icon', href: `${base}favicon.svg`, type: 'image/svg+xml' }],
  ],
  markdown: {
    anchor: { slugify: slug },
    attrs: { disable: true },
    linkify: false,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => book(md, { base, pages }),
  },
  themeConfig: {
    nav: [
      { text: 'About this book', link: '/contents' },
      { text: 'Code', link: '/source/chapters/' },
    ],
    sidebar: {
      '/': [
        {
          text: 'Async by Hand',
          items: [{ text: 'Front page', link: '/' }, { text: 'About this book', link: '/contents' }],
        },
        { text: 'Part I: the machine', items: list(/^\d\d_.*\.md$/) },
        { text: 'Beside it', items: [...list(/^(?!index|contents)[a-z].*\.md$/), { text: 'The code', link: '/source/' }] },
      ],
    },
    outline: { level: 2, label: 'In this chapter' },
    docFooter: { prev: 'Before', next: 'Next' },
    search: {
      provider: 'local',
      options: {
        _render: (text, env, md) => {
          if (env.relativePath.startsWith('source/')) return ''
          md.options.highlight = null // nobody searches for colours
          return md.render(text, env)
        },
      },
    },
  },
})
