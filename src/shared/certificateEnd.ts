/**
 * From so long before its end on a certificate ends soon, in milliseconds: it is renewed from then on, as stations do by
 * themselves a month before (A03.FR.02), and marked wherever certificates are shown.
 */
export const ENDS_SOON_MS = 30 * 24 * 3_600_000
