// The default theme without its fonts: a page asks nobody for anything. The players beside the
// text are told whether it is light or dark.
import { useData } from 'vitepress'
import theme from 'vitepress/theme-without-fonts'
import { h, nextTick, onMounted, watch } from 'vue'
import './style.css'

function tell(isDark) {
  for (const frame of document.querySelectorAll('.player iframe')) {
    const wish = new URLSearchParams(frame.contentWindow.location.hash.slice(1))
    wish.set('theme', isDark ? 'dark' : 'light')
    frame.contentWindow.location.hash = wish
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
