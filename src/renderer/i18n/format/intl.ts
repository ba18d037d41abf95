/** The formats that were made, by what makes them: making one takes as long as using it a hundred times. */
function kept<Options extends object, Format>(make: (locale: string, options: Options) => Format) {
  const formats = new Map<string, Format>()
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`
    const known = formats.get(key)
    if (known !== undefined) return known
    const format = make(locale, options)
    formats.set(key, format)
    return format
  }
}

/** An `Intl.NumberFormat`; the same one for the same locale and options. */
export const numberFormat = kept(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)

/** An `Intl.DateTimeFormat`; the same one for the same locale and options. */
export const dateTimeFormat = kept(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

const collator = kept((locale: string, options: Intl.CollatorOptions) => new Intl.Collator(locale, options))

/** Puts names in the order of a language, the numbers in them in theirs (CP_2 before CP_10). */
export const nameOrder = (locale: string) => collator(locale, { numeric: true }).compare
