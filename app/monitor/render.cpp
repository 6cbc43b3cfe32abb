// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/render.h"

#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QCoreApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QTextStream>
#include <QTimer>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int look_ms = 20; ///< between two looks for what no signal tells

Result<void> savePng(QWidget &window, QSaveFile &file)
{
    if (!window.grab().save(&file, "PNG"))
        return Error{Error::Kind::Storage, u"%1 cannot be written"_s.arg(file.fileName()), u"choose another folder"_s};
    return {};
}

template<class Device>
void paintVectors(Page &page, Device &device)
{
    QCPPainter painter{&device};
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    page.paintVectors(painter);
}

} // namespace

void complain(const Error &error)
{
    QTextStream{stderr} << "cbpm3-monitor: " << error.sentence().replace(u'\n', u' ') << Qt::endl;
}

Render::Render(MainWindow &window, QString path, QObject *parent)
    : QObject{parent}, m_window{window}, m_path{std::move(path)}
{
    connect(&window.history(), &History::stateChanged, this, &Render::look, Qt::QueuedConnection);
}

void Render::look()
{
    const History &history = m_window.history();
    if (m_done)
        return;
    if (history.state() == History::State::Failed)
        return finish(history.lastError());
    const bool loaded = history.state() == History::State::Complete
                        || (history.state() == History::State::Empty && history.series().range() != nullptr);
    if (loaded)
        drawWhenSettled();
}

void Render::drawWhenSettled()
{
    Page *const page = m_window.currentPage();
    page->refresh();
    if (m_window.history().closeup().isLoading()) { // finer bins of a part are on their way
        QTimer::singleShot(look_ms, this, &Render::look);
        return;
    }
    m_done = true;
    if (page->isSettled())
        finish(draw());
    else
        connect(
            page, &Page::settled, this, [this] { finish(draw()); }, Qt::SingleShotConnection);
}

Result<void> Render::draw()
{
    Page *const page = m_window.currentPage();
    for (QCustomPlot *const plot : m_window.findChildren<QCustomPlot *>())
        plot->replot(QCustomPlot::rpImmediateRefresh);
    QSaveFile file{m_path};
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Kind::Storage, u"%1 cannot be written: %2"_s.arg(m_path, file.errorString()),
                     u"choose another folder"_s};
    if (m_path.endsWith(".png"_L1)) {
        if (auto saved = savePng(m_window, file); !saved)
            return saved;
    } else if (m_path.endsWith(".svg"_L1)) {
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setViewBox(page->rect());
        generator.setTitle(page->title());
        paintVectors(*page, generator);
    } else {
        QPdfWriter writer{&file};
        writer.setPageSize(QPageSize{QSizeF{page->size()}, QPageSize::Point});
        writer.setPageMargins({});
        writer.setResolution(72);
        writer.setTitle(page->title());
        paintVectors(*page, writer);
    }
    if (!file.commit())
        return Error{Error::Kind::Storage, u"%1 cannot be written"_s.arg(m_path),
                     u"free space there or choose another folder"_s};
    return {};
}

void Render::finish(const Result<void> &done)
{
    if (!done)
        complain(done.error());
    QCoreApplication::exit(done ? 0 : 1);
}

} // namespace cbpm
