import '@fontsource-variable/inter/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { focusFirstWrong } from './app/focusFirstWrong'
import { loadPageAt } from './app/routes'
import { chosenLanguage } from './i18n/chosenLanguage'
import { loadPack } from './i18n/loadPack'
import { speak } from './i18n/neededWords'
import { startWords } from './i18n/start'
import { connectLink } from './link/connectLink'

const language = chosenLanguage(navigator)
speak(language)
// All three are under way at once: the words, the link and the first page.
const loading = loadPack(language)
const { client, state, tryNow } = connectLink(window)
loadPageAt(window.location.hash.slice(1).replace(/\?.*/, '') || '/')
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
focusFirstWrong(document)
const pack = await loading
startWords(language, pack)
createRoot(root).render(
  <StrictMode>
    <App client={client} linkState={state} tryNow={tryNow} words={pack} />
  </StrictMode>,
)
