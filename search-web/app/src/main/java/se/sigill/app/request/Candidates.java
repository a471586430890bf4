package se.sigill.app.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Request;

/**
 * Records that somebody has found for a request and not decided about yet: a working paper, {@code
 * work/requests/ID.json}. Adding and taking away are each done at once, so that two who work on one request lose
 * nothing
 * of each other.
 */
public final class Candidates {
    /** More are asked for as a case or a list of hits, in several requests. */
    public static final int RECORDS_MAX = 500;

    private static final Object ONE = new Object();

    private final Path folder;

    public Candidates(OpenArchive archive) {
        this.folder = archive.home().work().resolve("requests");
    }

    /** What is to be decided about: what was named, what was found, what is decided; each once, in this order. */
    public List<String> of(Request request) {
        SequencedSet<String> all = new LinkedHashSet<>();
        for (String each : request.asked().asked().split(" ")) {
            if (!each.isEmpty()) {
                all.add(each);
            }
        }
        all.addAll(read(request.id()));
        request.decisions().stream()
                .map(Decision::of)
                .filter(of -> !of.isEmpty())
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** @return false if there are too many already */
    public boolean add(RecordId request, RecordId record) {
        synchronized (ONE) {
            List<String> all = read(request);
            if (all.size() >= RECORDS_MAX) {
                return false;
            }
            if (!all.contains(record.value())) {
                all.add(record.value());
                write(request, all);
            }
            return true;
        }
    }

    public void remove(RecordId request, String record) {
        synchronized (ONE) {
            List<String> all = read(request);
            if (all.remove(record)) {
                write(request, all);
            }
        }
    }

    /** The request is over: nobody needs it any more. */
    void forget(RecordId request) {
        try {
            Files.deleteIfExists(file(request));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("a working paper could not be deleted", e);
        }
    }

    private Path file(RecordId request) {
        return folder.resolve(request + ".json");
    }

    private List<String> read(RecordId request) {
        try {
            Json.Obj json = (Json.Obj) JsonReader.parse(Files.readString(file(request)));
            List<String> all = new ArrayList<>();
            for (Json each : json.array("records")) {
                if (each instanceof Json.Str(String id) && RecordId.isId(id)) {
                    all.add(id);
                }
            }
            return all;
        } catch (NoSuchFileException e) {
            return new ArrayList<>();
        } catch (JsonException | ClassCastException e) {
            // It says nothing that is not found again.
            return new ArrayList<>();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("a working paper could not be read", e);
        }
    }

    private void write(RecordId request, List<String> all) {
        try {
            Durable.createDirectories(folder);
            Json.Obj json = Json.object()
                    .with("records", Json.array(all.stream().map(Json::text).toList()));
            Durable.replace(file(request), JsonWriter.bytes(json));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("a working paper could not be written", e);
        }
    }
}
