package dev.drumbeat.partners;

/**
 * Makes the secrets of ingestion tokens from a salt that is stored and a key that is not: a repeated request gets the same
 * secret, and the store alone gives none away.
 */
public interface TokenSecrets {
    String secret(String tokenId, String salt);
}
