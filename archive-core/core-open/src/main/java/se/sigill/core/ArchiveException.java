package se.sigill.core;

/**
 * Something that the caller could not expect and that stops the operation. The message says what happened, to which
 * record, file or key, and what to do now; it never carries personal data or text of records.
 */
public abstract sealed class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }

    private ArchiveException(String message) {
        super(message);
    }

    /** The exit code of a command that ends with this failure. */
    public abstract int exitCode();

    /** There is no archive at the place given. */
    public static final class NoArchive extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public NoArchive(String message) {
            super(message);
        }

        @Override
        public int exitCode() {
            return 10;
        }
    }

    /** Another process holds the writer's lock or the database. */
    public static final class Locked extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public Locked(String message) {
            super(message);
        }

        public Locked(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public int exitCode() {
            return 11;
        }
    }

    /** A key is missing, unreadable, open to others or not the one that was used before. */
    public static final class KeyTrouble extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public KeyTrouble(String message) {
            super(message);
        }

        public KeyTrouble(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public int exitCode() {
            return 12;
        }
    }

    /** What lies on disk contradicts itself in a way that must not be worked on. */
    public static final class Damaged extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public Damaged(String message) {
            super(message);
        }

        public Damaged(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public int exitCode() {
            return 1;
        }
    }

    /** The machine refused: disk full, permission, input or output error. Nothing was acknowledged. */
    public static final class StorageFailed extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public StorageFailed(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public int exitCode() {
            return 1;
        }
    }

    /** The caller asked for something that makes no sense: a wrong argument or a wrong line of configuration. */
    public static final class WrongUsage extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public WrongUsage(String message) {
            super(message);
        }

        public WrongUsage(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public int exitCode() {
            return 64;
        }
    }

    /** A law or rule of the archive forbids the act; nothing was done. */
    public static final class Refused extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }

        @Override
        public int exitCode() {
            return 1;
        }
    }
}
