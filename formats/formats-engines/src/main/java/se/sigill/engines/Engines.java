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
import se.sigill.engines.image.PageDrawing;
import se.sigill.engines.letter.LetterMaker;
import se.sigill.engines.mail.MailReader;
import se.sigill.engines.office.OfficeConverter;
import se.sigill.engines.part.PartReader;
import se.sigill.engines.part.PartTree;
import se.sigill.engines.part.Recogniser;
import se.sigill.engines.part.Wanted;
import se.sigill.engines.rendition.RenditionMaker;
import se.sigill.engines.tika.TextFileReader;
import se.sigill.engines.tika.TikaReader;
import se.sigill.engines.vera.PdfaValidator;
import se.sigill.engines.withhold.CopyMaker;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.Validation;
import se.sigill.formats.worker.LetterWire;
import se.sigill.formats.worker.Wire;
import se.sigill.formats.worker.WithholdWire;

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
                job -> Wire.write(reading.extract(Wire.file(job))));
    }

    /** The handlers of a worker that makes renditions and validates. */
    public static Map<String, JobHandler> makers(Optional<Path> signatures) {
        Reading reading = Reading.open(signatures);
        PdfaValidator validator = new PdfaValidator();
        RenditionMaker maker = new RenditionMaker(reading::extract, reading.tika(), validator, OfficeConverter.find());
        LetterMaker letters = new LetterMaker(validator);
        CopyMaker copies = new CopyMaker(reading::extract);
        return Map.of(
                Wire.NORMALISE, job -> Wire.write(maker.normalise(Wire.order(job))),
                Wire.VALIDATE, job -> Wire.write(validate(validator, job)),
                Wire.PAGE_IMAGE, Engines::pageImage,
                Wire.LETTER, job -> LetterWire.write(letters.make(LetterWire.letter(job), LetterWire.target(job))),
                Wire.WITHHOLD,
                        job -> WithholdWire.write(
                                copies.make(Wire.file(job), WithholdWire.what(job), WithholdWire.target(job))),
                Wire.UNPACK, job -> Wire.unpacked(reading.unpack(Wire.file(job), Wire.parts(job), Wire.out(job))));
    }

    private static Json.Obj pageImage(Json.Obj job) throws IOException {
        PageDrawing.Made made = PageDrawing.of(Wire.file(job).path(), Wire.page(job), Wire.out(job));
        return Wire.pageImage(made.file(), made.pages());
    }

    private static Validation validate(PdfaValidator validator, Json.Obj job) {
        FileInput file = Wire.file(job);
        return validator.validate(file.path(), job.text("kind"), file.name());
    }

    /** What reading needs: identification, and the readers in order of preference. */
    private record Reading(TikaConfig tika, Recogniser recogniser, List<PartReader> readers) {

        static Reading open(Optional<Path> signatures) {
            TikaConfig tika = TikaReader.config();
            FormatRecogniser recogniser = FormatRecogniser.open(signatures, TikaReader.mediaTypes(tika));
            return new Reading(
                    tika,
                    recogniser::identify,
                    List.of(new MailReader(), new HtmlFileReader(), new TextFileReader(), new TikaReader(tika)));
        }

        Extraction extract(FileInput file) throws IOException {
            return PartTree.extract(file, recogniser, readers);
        }

        Map<String, Path> unpack(FileInput file, List<String> parts, Path folder) throws IOException {
            return PartTree.unpack(file, recogniser, readers, new Wanted(parts, folder));
        }
    }
}
