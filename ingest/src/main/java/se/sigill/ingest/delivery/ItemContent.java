package se.sigill.ingest.delivery;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of an item are: a whole file, or one message of a mailbox. */
public sealed interface ItemContent {
    SourceFile file();

    long sizeBytes();

    /** A file as it is. @param isMail whether it is to be read as one mail */
    record Whole(SourceFile file, boolean isMail) implements ItemContent {
        @Override
        public long sizeBytes() {
            return file.sizeBytes();
        }
    }

    /** @param envelope its From_ line, as in {@link se.sigill.ingest.mail.MailboxMessage#envelope} */
    record Message(SourceFile file, long offset, long sizeBytes, String envelope) implements ItemContent {}

    /** Something that is listed or there but has no bytes that could be taken. */
    record Nothing(SourceFile file) implements ItemContent {
        /** A name without a file. */
        static Nothing named(String name) {
            return new Nothing(new Absent(name));
        }

        @Override
        public long sizeBytes() {
            return 0;
        }
    }

    /** A file that is not there. */
    record Absent(String name) implements SourceFile {
        @Override
        public long sizeBytes() {
            return 0;
        }

        @Override
        public InputStream open() throws IOException {
            throw new DamagedException(DeliveryFinding.FILE_MISSING, "the file is not in the delivery");
        }
    }
}
