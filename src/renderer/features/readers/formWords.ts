import { isPlain, type NumberForm } from '@shared/cardNumbers/numberForm'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** A form in words: "hex, bytes in reverse order". */
export function useFormWords(): (form: NumberForm) => string {
  const { t } = useTranslation('readers')
  return useCallback(
    (form) => {
      if (isPlain(form)) return t('form.plain')
      const { notation, zeros, width, keep, reversed, prefix, suffix } = form
      const filled = zeros === 'before' && notation === 'decimal'
      const words = [
        filled ? t('form.decimalWidth', { width }) : t(`form.${notation}`),
        keep !== null && t(`form.${keep.end}`, { bytes: keep.bytes }),
        reversed && t('form.reversed'),
        zeros === 'none' && notation === 'hex' && t('form.noZeros'),
        zeros === 'before' && notation === 'hex' && t('form.zerosBefore', { width }),
        zeros === 'after' && t('form.zerosAfter', { width }),
        prefix !== '' && t('form.prefix', { text: prefix }),
        suffix !== '' && t('form.suffix', { text: suffix }),
      ]
      return words.filter((word) => word !== false).join(', ')
    },
    [t],
  )
}
