//! How tables head their columns, in English and Spanish: a table, not code.

use super::phrases::folded;

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// When it happened.
    Date,
    /// What happened.
    Words,
    /// Where it was published.
    Source,
    /// Who wrote it.
    Author,
    /// Where it happened.
    Place,
}

/// How tables head their columns.
const COLUMNS: &[(Column, &[&str])] = &[
    (
        Column::Date,
        &[
            "date",
            "dates",
            "day",
            "when",
            "month",
            "year",
            "date/time",
            "date of event",
            "fecha",
            "fechas",
            "dia",
        ],
    ),
    (Column::Date, &["cuando", "mes", "ano", "data", "date of publication", "published", "publicado"]),
    (
        Column::Words,
        &[
            "event",
            "events",
            "what",
            "what happened",
            "description",
            "incident",
            "headline",
            "summary",
            "news",
        ],
    ),
    (
        Column::Words,
        &["development", "developments", "details", "action", "title", "text", "milestone", "entry"],
    ),
    (
        Column::Words,
        &["hecho", "hechos", "evento", "eventos", "acontecimiento", "suceso", "que paso", "noticia"],
    ),
    (
        Column::Words,
        &["descripcion", "titular", "resumen", "detalle", "detalles", "que ocurrio", "acontecimientos"],
    ),
    (
        Column::Source,
        &[
            "source",
            "sources",
            "outlet",
            "publication",
            "publisher",
            "media",
            "newspaper",
            "reference",
            "via",
        ],
    ),
    (
        Column::Source,
        &["fuente", "fuentes", "medio", "medios", "referencia", "publicacion", "periodico", "diario"],
    ),
    (Column::Author, &["author", "byline", "by", "reporter", "autor", "autora", "periodista"]),
    (Column::Place, &["country", "countries", "place", "location", "where", "city", "region", "state"]),
    (Column::Place, &["pais", "paises", "lugar", "ciudad", "donde", "ubicacion", "estado", "region"]),
];

/// What the column under this head holds, where the words tell.
pub(super) fn column(head: &str) -> Option<Column> {
    let head = folded(head);
    COLUMNS.iter().find(|(_, names)| names.contains(&head.as_str())).map(|(column, _)| *column)
}
