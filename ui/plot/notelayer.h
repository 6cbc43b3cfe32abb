// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <vector>

namespace cbpm {

/// Notes about times on one axis rect: a dotted line, or a pale band between two, and on the lowest plane the first words
/// just above the axis of time, in up to three rows; words that have no room there are left out, their lines are not.
/// The plot owns it.
class NoteLayer : public QCPAbstractItem
{
public:
    struct Note
    {
        double begin = 0.0; ///< axis seconds
        double end = 0.0;   ///< == begin: a moment
        QString label;      ///< plain, one line
    };

    /// `hasWords`: of the planes of a plot, the one that shows them. On an image a stretch is an empty frame: a band would
    /// change what the colours say.
    NoteLayer(QCPAxisRect &rect, bool hasWords, bool isOnImage);

    /// By begin.
    void setNotes(std::vector<Note> notes);
    void setPalette(const QPalette &palette) { m_palette = palette; }
    const QPalette &palette() const { return m_palette; }

    /// Indices of the notes at a place in the plot.
    std::vector<std::size_t> at(const QPoint &place) const;
    /// Those whose words were painted, for tests.
    std::size_t shownWords() const;

    double selectTest(const QPointF &, bool, QVariant * = nullptr) const override { return -1.0; }

protected:
    void draw(QCPPainter *painter) override;

private:
    QRectF span(const Note &note) const;
    void layWords(const QFontMetrics &metrics);

    QCPAxisRect &m_rect;
    bool m_hasWords;
    bool m_isOnImage;
    std::vector<Note> m_notes;
    std::vector<QRectF> m_words; ///< by note; null: no room
    QPalette m_palette;
};

} // namespace cbpm
