// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/view.h"

#include <QObject>

namespace cbpm {

class MainWindow;

/// Views as files: what the window shows goes into one, and comes out of one, on this machine or another. Templates are
/// views without a source, for jobs that come again and again.
class ViewFiles : public QObject
{
    Q_OBJECT

public:
    explicit ViewFiles(MainWindow &window);

    /// Asks for a file.
    void save();
    void open();
    void openFile(const QString &path);

    /// Names of the templates, as `useTemplate()` takes them.
    static QStringList templates();
    /// For the menu.
    static QString templateTitle(const QString &name);
    void useTemplate(const QString &name);

private:
    void show(View view);

    MainWindow &m_window;
};

} // namespace cbpm
