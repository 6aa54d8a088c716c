package org.gongkai.form;

import jakarta.inject.Singleton;
import org.gongkai.platform.CanonicalJson;
import org.gongkai.platform.StrictJson;

/** Reads the documents of revisions again, as they were taken when they were filed. */
@Singleton
public final class StoredDocumentReader {

  private final StrictJson json;
  private final ContentReader contents;

  public StoredDocumentReader(StrictJson json, ContentReader contents) {
    this.json = json;
    this.contents = contents;
  }

  /** SHA-256 of a document's canonical form (RFC 8785). */
  public byte[] digest(String document) {
    return CanonicalJson.digest(json.read(document));
  }

  public Content read(String document) {
    return contents.read(json.read(document));
  }
}
