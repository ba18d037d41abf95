/** Random bytes of a link's secret. */
export const SECRET_BYTES = 24

/** Characters of a link's secret: 192 random bits in base64url, which no charger's URL parser stumbles over. */
export const SECRET_LENGTH = 32
