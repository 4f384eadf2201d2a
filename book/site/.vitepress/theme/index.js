// The default theme without its fonts: a page asks nobody for anything. The players beside the
// text are told whether it is light or dark.
import { useData } from 'vitepress'
import theme from 'vitepress/theme-without-fonts'
import { h, nextTick, onMounted, watch } from 'vue'
import './style.css'

/** Opens the players of the page, or tells those that are open, in the colours of the page. */
function tell(isDark) {
  for (const frame of document.querySelectorAll('.player iframe')) {
    const { location } = frame.contentWindow
    const wish = new URLSearchParams(location.hash.slice(1))
    wish.set('theme', isDark ? 'dark' : 'light')
    location.replace(`${frame.dataset.player}#${wish}`)
  }
}

export default {
  extends: theme,
  Layout: () => h(Layout),
}

const Layout = {
  setup() {
    const { isDark, page } = useData()
    onMounted(() => {
      watch([isDark, page], () => nextTick(() => tell(isDark.value)), { immediate: true })
    })
    return () => h(theme.Layout)
  },
}
