import { useTranslation } from 'react-i18next'
import { common } from './en/common'

/**
 * What a faulted connector reports, in words: the error code of OCPP 1.6, with the vendor's own code after it where one
 * came along (“OtherError: E42”). A code that is not OCPP's is shown as it came.
 */
export function useFaultWords(): (errorCode: string) => string {
  const { t } = useTranslation('common')
  return (errorCode) => {
    const [code = '', ...vendor] = errorCode.split(': ')
    if (!isKnown(code)) return errorCode
    const fault = t(`fault.${code}`)
    return vendor.length === 0 ? fault : t('faultMore', { fault, code: vendor.join(': ') })
  }
}

const isKnown = (code: string): code is keyof typeof common.fault => Object.hasOwn(common.fault, code)
