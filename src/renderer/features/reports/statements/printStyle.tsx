import GlobalStyles from '@mui/material/GlobalStyles'
import type { ReportHead } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { monthWords } from '../month'

/** Text as a string of CSS. */
const cssText = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** Margins inherit nothing of the page. */
const MARGIN_TEXT = { fontSize: '8pt', fontFamily: "'Inter Variable', sans-serif", color: '#000' }

/**
 * How statements look, on screen as on paper: black on white in either theme. In print nothing of the console is left
 * but them: whatever they lie in takes no room of its own, and everything beside them is gone.
 */
export function PrintStyle({ head }: { readonly head: ReportHead }) {
  const { i18n } = useTranslation('reports')
  const foot = cssText(showUnprintable(`${head.siteName} · ${monthWords(head.month, i18n.language)}`))
  return (
    <GlobalStyles
      styles={{
        '.statements': { colorScheme: 'light', color: '#000' },
        '.statement': { background: '#fff', color: '#000', fontSize: '0.75rem', lineHeight: 1.4 },
        '.statement table': { borderColor: '#bbb' },
        '.statement table th, .statement table td': { padding: '2px 6px' },
        '@media screen': {
          '.statement': {
            maxWidth: '210mm',
            marginBottom: 24,
            padding: '14mm 14mm 12mm',
            border: '1px solid',
            borderColor: 'var(--ch-palette-divider)',
          },
        },
        '@media print': {
          'body *:not(:has(.statements)):not(.statements):not(.statements *)': { display: 'none !important' },
          // The margins of a sheet are the page's own: in the dark theme they would be black.
          html: { colorScheme: 'light !important' },
          'html, body, body *:has(.statements)': {
            display: 'block !important',
            height: 'auto !important',
            overflow: 'visible !important',
            padding: '0 !important',
            margin: '0 !important',
            background: '#fff !important',
          },
          '.statement + .statement': { breakBefore: 'page' },
          '@page': {
            size: 'A4',
            margin: '16mm 16mm 18mm',
            '@bottom-left': { content: foot, ...MARGIN_TEXT },
            '@bottom-right': { content: 'counter(page) " / " counter(pages)', ...MARGIN_TEXT },
          },
        },
      }}
    />
  )
}
