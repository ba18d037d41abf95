/** Fewest digits of a PIN. */
export const PIN_MIN_LENGTH = 6

/** Fewest characters of a password, which is everything that is not only digits. */
export const PASSWORD_MIN_LENGTH = 8

/** Most characters of either. */
export const SECRET_MAX_LENGTH = 200

/** Why a PIN or password is not taken; null when it is. */
export function secretProblem(secret: string): 'short-pin' | 'short-password' | 'easy' | null {
  if (/^\d+$/.test(secret)) {
    if (secret.length < PIN_MIN_LENGTH) return 'short-pin'
    return isRun(secret) ? 'easy' : null
  }
  if ([...secret].length < PASSWORD_MIN_LENGTH) return 'short-password'
  return new Set(secret).size === 1 ? 'easy' : null
}

/** Whether a PIN or password is taken. */
export function isGoodSecret(secret: string): boolean {
  return secretProblem(secret) === null
}

/** One digit again and again, or digits that go up or down by one: what everybody tries first. */
function isRun(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, index) => Number(digit) - Number(digits[index]))
  const [first] = steps
  return first !== undefined && Math.abs(first) <= 1 && steps.every((step) => step === first)
}
