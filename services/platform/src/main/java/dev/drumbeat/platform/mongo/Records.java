package dev.drumbeat.platform.mongo;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/** A record as part of a document, by the driver's own codecs: what a record has is what is kept. */
public final class Records<T> {
    private static final CodecRegistry REGISTRY = MongoClientSettings.getDefaultCodecRegistry();

    private final Codec<T> codec;

    public Records(Class<T> type) {
        this.codec = REGISTRY.get(type);
    }

    public BsonDocument write(T value) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                value,
                EncoderContext.builder().build());
        return document;
    }

    public T read(Document document) {
        return codec.decode(
                new BsonDocumentReader(document.toBsonDocument(Document.class, REGISTRY)),
                DecoderContext.builder().build());
    }
}
