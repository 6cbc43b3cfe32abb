// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewfiles.h"

#include "ui/text/texts.h"
#include "ui/windowview.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

/// The resources of a static library are linked in by whoever asks for them, outside of any namespace.
static void initViews()
{
    Q_INIT_RESOURCE(views);
}

namespace cbpm {
namespace {

constexpr auto suffix = ".cbpm3view"_L1;

} // namespace

ViewFiles::ViewFiles(MainWindow &window) : QObject{&window}, m_window{window}
{
    initViews();
}

void ViewFiles::save()
{
    QString path = QFileDialog::getSaveFileName(&m_window, tr("Save the view"), {}, tr("Views (*.cbpm3view)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(suffix))
        path += suffix;
    const auto written = writeViewFile(path, withoutScreen(viewOf(m_window)));
    m_window.showMessage(written ? tr("The view was saved to %1").arg(path) : text::error(written.error()), !written);
}

void ViewFiles::open()
{
    const QString path =
        QFileDialog::getOpenFileName(&m_window, tr("Open a view"), {}, tr("Views (*.cbpm3view);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void ViewFiles::openFile(const QString &path)
{
    const auto view = readViewFile(path);
    if (view)
        show(*view);
    else
        m_window.showMessage(text::error(view.error()), true);
}

QStringList ViewFiles::templates()
{
    return {u"injection"_s, u"drift"_s, u"sector"_s, u"sources"_s};
}

QString ViewFiles::templateTitle(const QString &name)
{
    if (name == "injection"_L1)
        return tr("&Injection");
    if (name == "drift"_L1)
        return tr("&Drift over a day");
    if (name == "sector"_L1)
        return tr("&One sector");
    return tr("&X-ray source points");
}

void ViewFiles::useTemplate(const QString &name)
{
    openFile(u":/views/"_s + name + suffix);
}

/// What a view leaves open stays as it is.
void ViewFiles::show(View view)
{
    const View now = viewOf(m_window);
    if (view.source.isEmpty())
        view.source = now.source;
    if (view.from.isEmpty() && view.to.isEmpty()) {
        view.from = now.from;
        view.to = now.to;
    }
    showView(m_window, view);
    m_window.begin(startOf(view));
}

} // namespace cbpm
