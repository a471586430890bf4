package se.sigill.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.config.TikaConfig;
import se.sigill.core.json.Json;
import se.sigill.engines.droid.FormatRecogniser;
import se.sigill.engines.html.HtmlFileReader;
import se.sigill.engines.mail.MailReader;
import se.sigill.engines.part.PartReader;
import se.sigill.engines.part.PartTree;
import se.sigill.engines.part.Recogniser;
import se.sigill.engines.tika.TextFileReader;
import se.sigill.engines.tika.TikaReader;
import se.sigill.formats.worker.Wire;

/** The explicit list: which job goes to which engine, and which reader reads which format. */
public final class Engines {

    private Engines() {}

    /** The handlers of a worker that reads. Opens the engines, which takes seconds. */
    public static Map<String, JobHandler> readers(Optional<Path> signatures) {
        Reading reading = Reading.open(signatures);
        return Map.of(
                Wire.IDENTIFY,
                job -> Wire.write(reading.recogniser().identify(Wire.file(job))),
                Wire.EXTRACT,
                reading::extract);
    }

    /** The handlers of a worker that makes renditions and validates. */
    public static Map<String, JobHandler> makers(Optional<Path> signatures) {
        return readers(signatures);
    }

    /** What reading needs: identification, and the readers in order of preference. */
    private record Reading(Recogniser recogniser, List<PartReader> readers) {

        static Reading open(Optional<Path> signatures) {
            TikaConfig tika = TikaReader.config();
            FormatRecogniser recogniser = FormatRecogniser.open(signatures, TikaReader.mediaTypes(tika));
            return new Reading(
                    recogniser::identify,
                    List.of(new MailReader(), new HtmlFileReader(), new TextFileReader(), new TikaReader(tika)));
        }

        Json.Obj extract(Json.Obj job) throws IOException {
            return Wire.write(PartTree.extract(Wire.file(job), recogniser, readers));
        }
    }
}
