package se.sigill.search.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the stored text each page begins. The text before the first is the record's description.
 *
 * @param list in order of the text
 */
record Places(List<Place> list) {

    /** A page: its part, that part's name, its number, and the offset of its first character. */
    record Place(String part, String partName, int number, int start) {}

    /** The description, which is no page. */
    static final Place DESCRIPTION = new Place("", "", 0, 0);

    Places {
        list = List.copyOf(list);
    }

    /** The index of the page that holds the character at {@code offset}; -1 for the description. */
    int indexAt(int offset) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    Place place(int index) {
        return index < 0 ? DESCRIPTION : list.get(index);
    }

    /** First character of a page, 0 for the description. */
    int start(int index) {
        return index < 0 ? 0 : list.get(index).start();
    }

    /** First character after a page. */
    int end(int index, int textLength) {
        return index + 1 < list.size() ? list.get(index + 1).start() : textLength;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(list.size());
            for (Place place : list) {
                out.writeUTF(cut(place.part()));
                out.writeUTF(cut(place.partName()));
                out.writeInt(place.number());
                out.writeInt(place.start());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Places read(byte[] bytes, int offset, int length) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            int count = in.readInt();
            List<Place> list = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                list.add(new Place(in.readUTF(), in.readUTF(), in.readInt(), in.readInt()));
            }
            return new Places(list);
        }
    }

    /** The format of the JDK ends at 65,535 bytes; a path is never as long as a third of that. */
    private static String cut(String name) {
        return name.length() <= 4096 ? name : name.substring(0, 4096);
    }
}
