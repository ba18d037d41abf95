import { fillSentence } from '@shared/errors'
import { LANGUAGES, preferredLanguage } from '@shared/words/languages'
import { type Speech, speechIn } from '@shared/words/speech'
import { LINK_FILE } from './linkFile'

const STYLE =
  'body{font:16px/24px system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1rem;color:#1b2a33;background:#f6f8f9}' +
  'h1{font-size:20px;line-height:28px}@media(prefers-color-scheme:dark){body{color:#dfe7ea;background:#11191d}}'

function page({ language }: Speech, title: string, sentence: string, head = ''): string {
  return (
    `<!doctype html><html lang="${LANGUAGES[language].tag}"><head><meta charset="utf-8">${head}<meta name="viewport" content="width=device-width">` +
    // Without one named, browsers ask for /favicon.ico.
    `<link rel="icon" href="data:,">` +
    `<title>${escapeHtml(title)} · Chargehand</title><style>${STYLE}</style></head>` +
    `<body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p></body></html>`
  )
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** The language that a browser asks for, by its `Accept-Language` header. */
export function speechOfBrowser(header = ''): Speech {
  const wanted = header.split(',').map((part) => {
    const [tag = '', weight = 'q=1'] = part.trim().split(/\s*;\s*/)
    return { tag, weight: Number(weight.slice(2)) || 0 }
  })
  return speechIn(preferredLanguage(wanted.sort((a, b) => b.weight - a.weight).map(({ tag }) => tag)))
}

/** For a browser that has not opened the link: where to find it. */
export function linkNeededPage(speech: Speech): string {
  const { linkNeededTitle, linkNeeded } = speech.words.host.page
  return page(speech, linkNeededTitle, fillSentence(linkNeeded, { file: LINK_FILE }))
}

/** For a link that was used before or is too old. */
export function linkSpentPage(speech: Speech): string {
  const { linkSpentTitle, linkSpent } = speech.words.host.page
  return page(speech, linkSpentTitle, fillSentence(linkSpent, { file: LINK_FILE }))
}

/**
 * Goes on to the console from a page of our own instead of by a redirect: a redirect that began on a foreign page (a
 * link in a webmail) would arrive without the SameSite=Strict cookie that was just set.
 */
export function openingPage(speech: Speech): string {
  return page(speech, speech.words.host.page.opening, '', '<meta http-equiv="refresh" content="0;url=/">')
}
