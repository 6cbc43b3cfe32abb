// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/notelayer.h"

#include <algorithm>
#include <array>

namespace cbpm {
namespace {

constexpr double reach_px = 4.0;
constexpr int mostWords_px = 170;
constexpr int padding_px = 3;
constexpr int rowsOfWords = 3;

} // namespace

NoteLayer::NoteLayer(QCPAxisRect &rect, bool hasWords, bool isOnImage)
    : QCPAbstractItem{rect.parentPlot()}, m_rect{rect}, m_hasWords{hasWords}, m_isOnImage{isOnImage}
{
    setClipAxisRect(&rect);
    setSelectable(false);
}

void NoteLayer::setNotes(std::vector<Note> notes)
{
    m_notes = std::move(notes);
    m_words.assign(m_notes.size(), QRectF{});
}

/// Where it stands now, from top to bottom; null: outside.
QRectF NoteLayer::span(const Note &note) const
{
    const QCPAxis &keys = *m_rect.axis(QCPAxis::atBottom);
    if (note.end < keys.range().lower || note.begin > keys.range().upper)
        return {};
    const double left = std::max<double>(keys.coordToPixel(note.begin), m_rect.left() - 2.0);
    const double right = std::min<double>(keys.coordToPixel(note.end), m_rect.right() + 2.0);
    return {left, static_cast<double>(m_rect.top()), std::max(right - left, 1e-3),
            static_cast<double>(m_rect.height())};
}

void NoteLayer::layWords(const QFontMetrics &metrics)
{
    std::array<double, rowsOfWords> free; // where each row has room again
    free.fill(m_rect.left());
    const double height = metrics.height() + 2.0;
    for (std::size_t k = 0; k < m_notes.size(); ++k) {
        m_words[k] = {};
        const QRectF where = span(m_notes[k]);
        if (where.isNull())
            continue;
        const double width = std::min(metrics.horizontalAdvance(m_notes[k].label), mostWords_px) + 2.0 * padding_px;
        const double left = std::clamp(where.left(), static_cast<double>(m_rect.left()),
                                       std::max<double>(m_rect.left(), m_rect.right() - width));
        for (int row = 0; row < rowsOfWords; ++row) {
            if (left < free[static_cast<std::size_t>(row)])
                continue;
            free[static_cast<std::size_t>(row)] = left + width + 2.0;
            m_words[k] = {left, m_rect.bottom() - (row + 1) * height - 2.0, width, height - 2.0};
            break;
        }
    }
}

void NoteLayer::draw(QCPPainter *painter)
{
    QColor ink = m_palette.color(QPalette::WindowText);
    QColor band = ink;
    band.setAlphaF(0.10F);
    painter->setAntialiasing(false);
    for (const Note &note : m_notes) {
        const QRectF where = span(note);
        if (where.isNull())
            continue;
        const bool isStretch = note.end > note.begin;
        if (isStretch && !m_isOnImage)
            painter->fillRect(where, band);
        painter->setPen(QPen{ink, 1, Qt::DotLine});
        painter->drawLine(where.topLeft(), where.bottomLeft());
        if (isStretch)
            painter->drawLine(where.topRight(), where.bottomRight());
        if (isStretch && m_isOnImage)
            painter->drawLine(where.bottomLeft(), where.bottomRight());
    }
    if (!m_hasWords)
        return;
    painter->setFont(parentPlot()->font());
    const QFontMetrics metrics{painter->font()};
    layWords(metrics);
    for (std::size_t k = 0; k < m_notes.size(); ++k) {
        if (m_words[k].isNull())
            continue;
        painter->setPen(QPen{ink, 1});
        painter->setBrush(m_palette.color(QPalette::Base));
        painter->drawRect(m_words[k]);
        painter->drawText(m_words[k].adjusted(padding_px, 0, -padding_px, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(m_notes[k].label, Qt::ElideRight, mostWords_px));
    }
}

std::vector<std::size_t> NoteLayer::at(const QPoint &place) const
{
    std::vector<std::size_t> found;
    if (!m_rect.rect().contains(place))
        return found;
    for (std::size_t k = 0; k < m_notes.size(); ++k) {
        const QRectF where = span(m_notes[k]);
        if (!where.isNull()
            && (m_words[k].contains(place) || where.adjusted(-reach_px, 0.0, reach_px, 0.0).contains(place)))
            found.push_back(k);
    }
    return found;
}

std::size_t NoteLayer::shownWords() const
{
    return static_cast<std::size_t>(
        std::count_if(m_words.begin(), m_words.end(), [](const QRectF &words) { return !words.isNull(); }));
}

} // namespace cbpm
