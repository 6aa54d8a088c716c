package org.gongkai.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the list of keys. */
@Schema(
    name = "KeyPage",
    description = "A page of keys, newest first. / 密钥列表（新的在前）。",
    requiredProperties = {"items", "total"})
record KeyPageView(
    @Schema(description = "The keys of this page") List<KeyView> items,
    @Schema(description = "How many keys match, on all pages", examples = "2") long total,
    @Schema(
            description = "The cursor of the next page; null on the last one",
            examples = "MTc2NzU3NjAwMDAwMDAwMCA3YjBjOGYwZQ")
        String next) {}
