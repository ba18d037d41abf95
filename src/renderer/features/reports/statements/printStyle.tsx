import GlobalStyles from '@mui/material/GlobalStyles'
import type { ReportHead } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { monthWords } from '../month'

/** Text as a string of CSS. */
const cssText = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** Margins inherit nothing of the page. */
const MARGIN_TEXT = { fontSize: '8pt', fontFamily: "'Inter Variable', sans-serif", color: '#000' }

/** Stands in words where the browser puts a number. */
const PLACE = '#'

/** How the sheets of a statement are called in CSS, by its place among those that are printed together. */
export const sheetName = (place: number) => `statement-${place}`

interface PrintStyleProps {
  readonly head: ReportHead
  /** Whom the statements are for, in their order. */
  readonly names: readonly string[]
}

/**
 * How statements look, on screen as on paper: black on white in either theme. In print nothing of the console is left
 * but them: whatever they lie in takes no room of its own, and everything beside them is gone.
 */
export function PrintStyle({ head, names }: PrintStyleProps) {
  const { t, i18n } = useTranslation('reports')
  const month = monthWords(head.month, i18n.language)
  const [before = '', after = ''] = t('statement.page', { page: PLACE }).split(PLACE)
  // Each counts its own sheets. How many there are is known of all together alone, so it is said where there is one.
  const sheets = names.map((name, place) => [
    `@page ${sheetName(place)}`,
    {
      counterIncrement: sheetName(place),
      '@bottom-left': {
        content: cssText([head.siteName, month, name].map(showUnprintable).join(' · ')),
        ...MARGIN_TEXT,
      },
      '@bottom-right': {
        content:
          names.length === 1
            ? 'counter(page) " / " counter(pages)'
            : `${cssText(before)} counter(${sheetName(place)}) ${cssText(after)}`,
        ...MARGIN_TEXT,
      },
    },
  ])
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
          // The sum stands once, at the end; as a foot it would be on every sheet, and older Chromium gives it one of its own.
          '.statement tfoot': { display: 'table-row-group' },
          '@page': { size: 'A4', margin: '16mm 16mm 18mm' },
          ...Object.fromEntries(sheets),
        },
      }}
    />
  )
}
