package dev.drumbeat.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * A backup as one file: gzip of lines of extended JSON. The first line names the format; then each collection with its
 * indexes, followed by its documents; the last line has the number of documents and the SHA-256 of all lines before it, so
 * a file that was cut off or changed is known before anything is restored from it.
 */
final class Archive {

    private static final String FORMAT = "drumbeat-backup-1";

    /** Keeps every type as it is. */
    static final JsonWriterSettings JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private Archive() {}

    /** What an archive has, line by line. */
    interface Reader {
        void collection(String database, String collection, List<Document> indexes);

        void document(RawBsonDocument document);
    }

    /** Writes beside the target and takes its place only when everything is on the disk. */
    static final class Writer implements AutoCloseable {
        private final Path target;
        private final Path beside;
        private final BufferedWriter out;
        private final MessageDigest digest = sha256();
        private long documents;

        Writer(Path target, Instant takenAt) throws IOException {
            this.target = target.toAbsolutePath();
            Files.createDirectories(this.target.getParent());
            this.beside = this.target.resolveSibling(this.target.getFileName() + ".part");
            this.out = new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(beside)), StandardCharsets.UTF_8));
            line(new Document("format", FORMAT)
                    .append("takenAt", takenAt.toString())
                    .toJson());
        }

        void collection(String database, String collection, List<Document> indexes) throws IOException {
            line(new Document("database", database)
                    .append("collection", collection)
                    .append("indexes", indexes)
                    .toJson(JSON));
        }

        void document(RawBsonDocument document) throws IOException {
            line("{\"document\": " + document.toJson(JSON) + "}");
            documents++;
        }

        long documents() {
            return documents;
        }

        private void line(String line) throws IOException {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            out.write(line);
            out.write('\n');
        }

        /** Puts the finished archive in its place. */
        void finish() throws IOException {
            String sum = HexFormat.of().formatHex(digest.digest());
            out.write(new Document("documents", documents).append("sha256", sum).toJson());
            out.write('\n');
            out.close();
            try (FileChannel file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            out.close();
            Files.deleteIfExists(beside);
        }
    }

    /** Reads all of it and says how many documents it has, or why it can't be trusted. */
    static long verify(Path source) {
        MessageDigest digest = sha256();
        long documents = 0;
        try (BufferedReader in = open(source)) {
            String line = in.readLine();
            if (line == null || !FORMAT.equals(Document.parse(line).getString("format"))) {
                throw new ArchiveException("It is not a backup of Drumbeat: " + source);
            }
            for (String next = in.readLine(); next != null; next = in.readLine()) {
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                documents += isDocument(line) ? 1 : 0;
                line = next;
            }
            Document end = Document.parse(line);
            String sum = HexFormat.of().formatHex(digest.digest());
            if (!sum.equals(end.getString("sha256")) || documents != number(end.get("documents"))) {
                throw new ArchiveException("The backup is not as it was written; its checksum is wrong: " + source);
            }
            return documents;
        } catch (IOException | RuntimeException e) {
            throw e instanceof ArchiveException known
                    ? known
                    : new ArchiveException("The backup can't be read to its end: " + source + ": " + e.getMessage(), e);
        }
    }

    /** To be called with an archive that was verified. */
    static void read(Path source, Reader reader) throws IOException {
        try (BufferedReader in = open(source)) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (isDocument(line)) {
                    reader.document(RawBsonDocument.parse(line.substring(line.indexOf(':') + 1, line.length() - 1)));
                } else if (line.startsWith("{\"database\"")) {
                    Document collection = Document.parse(line);
                    reader.collection(
                            collection.getString("database"),
                            collection.getString("collection"),
                            collection.getList("indexes", Document.class));
                }
            }
        }
    }

    private static boolean isDocument(String line) {
        return line.startsWith("{\"document\"");
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }

    private static BufferedReader open(Path source) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(source)), StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
