import '@fontsource-variable/inter/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { loadPageAt } from './app/routes'
import { startWords } from './i18n/start'
import { connectLink } from './link/connectLink'

startWords()
const { client, state, tryNow } = connectLink(window)
loadPageAt(window.location.hash.slice(1).replace(/\?.*/, '') || '/')
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App client={client} linkState={state} tryNow={tryNow} />
  </StrictMode>,
)
