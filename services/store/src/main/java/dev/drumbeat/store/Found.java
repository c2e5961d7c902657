package dev.drumbeat.store;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A document that was read, and nobody else's: whoever changes it changes nothing but this copy.
 *
 * @param size bytes it has in the file and on the wire
 */
record Found(Key id, Document document, int size) {}
