package se.sigill.core.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.sigill.core.disposal.Place;
import se.sigill.core.log.Actor;
import se.sigill.core.log.Anchor;
import se.sigill.core.log.LogSettings;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

/**
 * What to restore, from what, and who does it.
 *
 * @param backup a directory that {@link Backup} wrote
 * @param home has no {@code archive/} yet
 * @param shippedLog the directory that the log was shipped to; null if there is none
 * @param anchors checkpoints kept outside: they tell how far the lost log reached
 * @param trusted log keys known from elsewhere; may be empty
 * @param signer the log key to go on with
 * @param replacesKey whether the signer's key may take the place of a log key that is lost
 * @param settings of the restored log
 * @param places what else keeps something of records, given the restored {@code archive/}: disposals are carried out
 *     again there too
 * @param actor who restores
 * @param reason why, in a few words
 */
public record RestoreOrder(
        Path backup,
        Path home,
        @Nullable Path shippedLog,
        List<Anchor> anchors,
        List<NoteKey> trusted,
        NoteSigner signer,
        boolean replacesKey,
        LogSettings settings,
        Function<Path, List<Place>> places,
        Actor actor,
        String reason) {
    public RestoreOrder {
        anchors = List.copyOf(anchors);
        trusted = List.copyOf(trusted);
    }

    Optional<Path> shipped() {
        return Optional.ofNullable(shippedLog);
    }
}
