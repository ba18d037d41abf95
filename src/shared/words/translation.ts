/**
 * The shape of a translation of English words: the same keys, with any text. It may lack some while it is being written
 * (a test names them before the language is offered), and has none that English lacks. Where a language has no singular
 * of its own (`_one`), it leaves that out.
 */
export type Translation<Words> = {
  readonly [Key in keyof Words]?: Words[Key] extends string ? string : Translation<Words[Key]>
}
