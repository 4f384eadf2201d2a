// The default theme without its fonts: a page asks nobody for anything.
import theme from 'vitepress/theme-without-fonts'
import './style.css'

export default theme
