/**
 * METS and PREMIS: the only place that knows them.
 *
 * <p>{@link RecordPackage} makes the four metadata files of a version from what is known of a record:
 * {@code METS.xml}, {@code metadata/premis.xml}, {@code metadata/record.json}, {@code metadata/text.txt}.
 * {@link Mets} and {@link Premis} are the values, with {@code MetsXml} and {@code PremisXml} as their form on disk;
 * {@link AipExport} writes a record out as a package of its own. {@link Xml} is the one place where an XML parser is
 * made.
 *
 * <p>PREMIS says what was done to the bytes until the version was sealed; what was decided afterwards are acts, never
 * written here. The same input gives the same bytes. All types may be used by any thread.
 *
 * <p>On disk: {@code docs/formats/package.md}. Sources: METS 1.12; PREMIS 3.0; E-ARK CSIP 2.2.0 and AIP 2.2.0; event
 * types of id.loc.gov/vocabulary/preservation/eventType.
 */
@NullMarked
package se.sigill.core.aip;

import org.jspecify.annotations.NullMarked;
